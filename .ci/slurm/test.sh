#!/usr/bin/env bash
# Runs a sweep on a real Slurm of two virtual nodes, kills one node with all its processes midway, and holds what came out
# against the local engine, byte by byte. Takes a minute or two. It is left out only where Slurm is not there and cannot be
# installed; TAFSIM_TEST_SLURM=required makes that a failure, too.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

say() { printf '\n== %s\n' "$*"; }
die() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }
leave_out() {
    [ "${TAFSIM_TEST_SLURM:-}" != required ] || die "$*"
    printf 'LEFT OUT: the test on a real Slurm: %s\n' "$*"
    exit 0
}

PATH=$PATH:/usr/sbin:/sbin
has_slurm() {
    local program
    for program in munged slurmctld slurmd sbatch squeue scontrol; do
        command -v $program >/dev/null || return 1
    done
}
install_slurm() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
    apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends slurm-wlm munge
}

[ "$(uname -s)" = Linux ] || leave_out 'it needs Linux.'
scratch=$(mktemp -d "${TMPDIR:-/tmp}/tafsim-slurm-XXXXXX")
cluster=.ci/slurm/cluster.sh
finish() {
    local code=$?
    [ ! -e "$scratch/cluster" ] || $cluster stop "$scratch/cluster" || true
    [ $code -eq 0 ] || { echo "kept: $scratch" >&2; return; }
    rm -rf "$scratch"
}
trap finish EXIT
if ! has_slurm; then
    say 'installing Slurm'
    install_slurm >"$scratch/install.log" 2>&1 || tail -n 5 "$scratch/install.log"
    has_slurm || leave_out 'the packages slurm-wlm and munge cannot be installed.'
fi

experiment=.ci/slurm/experiment.yaml
here="$scratch/here"
there="$scratch/two nodes' sweep" # a name that wants quoting
finished() { find "$there/tasks" -mindepth 1 -maxdepth 1 -type d ! -name ".*" 2>/dev/null | wc -l; }

say 'the sweep on this machine'
./tafsim sweep "$experiment" --out "$here" --quiet >"$scratch/here.txt" || { cat "$scratch/here.txt"; die 'local sweep'; }
expected=$(find "$here/tasks" -mindepth 1 -maxdepth 1 | wc -l)
echo "$expected tasks"

say 'a Slurm of two nodes'
$cluster start "$scratch/cluster"
export SLURM_CONF="$scratch/cluster/slurm.conf"
sinfo --Node

say 'the sweep on Slurm, of which a node dies'
start=$SECONDS
./tafsim sweep "$experiment" --out "$there" --engine slurm --slurm-chunk 2 >"$scratch/there.txt" 2>"$scratch/there.err" &
sweep=$!
until [ "$(finished)" -ge $((expected / 4)) ]; do
    kill -0 $sweep 2>/dev/null || { cat "$scratch/there.txt" "$scratch/there.err"; die 'the sweep ended early'; }
    [ $((SECONDS - start)) -lt 120 ] || die 'the sweep does not get on'
    sleep 0.2
done
echo "$(finished) tasks are done; node n1 dies"
$cluster kill-node "$scratch/cluster" n1
wait $sweep || { cat "$scratch/there.txt" "$scratch/there.err"; die 'the sweep on Slurm'; }
cat "$scratch/there.err"
echo "done after $((SECONDS - start)) s"

say 'what came out'
[ "$(finished)" -eq "$expected" ] || die "$(finished) tasks in place of $expected"
# More than one attempt, or the death of the node changed nothing and the test shows nothing.
grep -l 'restarts [1-9]' "$there"/slurm/logs/*.log || die 'no element was put back into the queue'
twice=$(cat "$there"/tasks/*/task.json | grep -o '"id" *: *"[0-9a-f]*"' | sort | uniq -d)
[ -z "$twice" ] || die "twice: $twice"
left=$(find "$there" -name '*.tmp*')
[ -z "$left" ] || die "left over: $left"
[ -z "$(find "$there/failed" -type f 2>/dev/null)" ] || die "failed tasks: $(ls "$there/failed")"
for file in points.csv summary.csv differences.csv; do
    cmp "$here/$file" "$there/$file" || die "$file differs"
    echo "same bytes: $file"
done
[ -z "$(squeue --noheader)" ] || { squeue; die 'elements are left in the queue'; }
say 'Slurm passed'
