#!/usr/bin/env bash
# A private Slurm for tests: munged, slurmctld and two virtual nodes (n1, n2) of one CPU each, on loopback, all of it
# inside one folder, as root or as any user. It shares nothing with a Slurm that the machine may have.
#
#   cluster.sh start DIR        starts it; then `export SLURM_CONF=DIR/slurm.conf` and use sbatch, squeue and the rest
#   cluster.sh stop DIR         stops it, with all that runs on it, and leaves its logs
#   cluster.sh kill-node DIR N  waits for a step to run on node N, then kills its daemon and every process of its steps,
#                               as a crash of the node does
#   cluster.sh start-node DIR N starts that daemon again
set -euo pipefail

usage() { sed -n '2,10s/^# \{0,1\}//p' "$0"; exit 2; }
die() { printf 'cluster.sh: %s\n' "$*" >&2; exit 1; }

[ $# -ge 2 ] || usage
verb=$1
mkdir -p "$2"
dir=$(cd "$2" && pwd -P)
node=${3:-}
conf=$dir/slurm.conf
export SLURM_CONF=$conf
PATH=$PATH:/usr/sbin:/sbin

# Alive, and not a zombie: in a container nobody may reap daemons.
is_alive() {
    local state
    state=$(sed -n 's/^State:[[:space:]]*\(.\).*/\1/p' "/proc/$1/status" 2>/dev/null) || return 1
    [ -n "$state" ] && [ "$state" != Z ]
}

pid_of() { cat "$dir/$1.pid" 2>/dev/null || true; }

is_free() { ! (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# The first of four free ports in a row.
find_ports() {
    local base attempt
    for attempt in $(seq 50); do
        base=$((20000 + RANDOM % 12000))
        if is_free $base && is_free $((base + 1)) && is_free $((base + 2)) && is_free $((base + 3)); then
            echo $base
            return
        fi
    done
    die 'no free ports between 20000 and 32000'
}

write_conf() {
    local base user host
    base=$(find_ports)
    user=$(id -un)
    host=$(hostname -s)
    # The order: who we are; quick decisions, since a test waits for them; no cgroups, no accounting; the nodes.
    cat >"$conf" <<EOF
ClusterName=tafsim
SlurmctldHost=$host(127.0.0.1)
SlurmUser=$user
SlurmdUser=$user
AuthType=auth/munge
AuthInfo=socket=$dir/munge.socket,cred_expire=5
CredType=cred/munge
SlurmctldPort=$base
SlurmctldPidFile=$dir/slurmctld.pid
SlurmctldLogFile=$dir/slurmctld.log
SlurmdPidFile=$dir/slurmd-%n.pid
SlurmdLogFile=$dir/slurmd-%n.log
SlurmdSpoolDir=$dir/spool-%n
StateSaveLocation=$dir/state

SchedulerType=sched/builtin
SchedulerParameters=batch_sched_delay=0,sched_min_interval=0,sched_interval=1
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SlurmdTimeout=20
KillWait=5
MinJobAge=60
ReturnToService=2
JobRequeue=1
MaxArraySize=1001

ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SwitchType=switch/none
MpiDefault=none
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
SlurmdParameters=config_overrides

NodeName=n1 NodeHostname=$host NodeAddr=127.0.0.1 Port=$((base + 1)) CPUs=1 RealMemory=4000
NodeName=n2 NodeHostname=$host NodeAddr=127.0.0.1 Port=$((base + 2)) CPUs=1 RealMemory=4000
PartitionName=test Nodes=n1,n2 Default=YES MaxTime=60 State=UP
EOF
}

start_munge() {
    (umask 077 && head -c 1024 /dev/urandom >"$dir/munge.key")
    munged --force --key-file="$dir/munge.key" --socket="$dir/munge.socket" --pid-file="$dir/munged.pid" \
        --log-file="$dir/munged.log" --seed-file="$dir/munge.seed" --num-threads=2 2>"$dir/munged.err" ||
        { cat "$dir/munged.err" >&2; die 'munged does not start'; }
}

start_node() {
    mkdir -p "$dir/spool-$1"
    # Of the user's environment the daemon needs nothing; steps get theirs from sbatch.
    slurmd -N "$1" -f "$conf" || die "slurmd of $1 does not start; see $dir/slurmd-$1.log"
}

idle_nodes() { sinfo --noheader --Node --states=idle --format=%N 2>/dev/null | sort -u | wc -l; }

start() {
    for program in munged slurmctld slurmd sbatch; do
        command -v $program >/dev/null || die "there is no $program. Maybe: apt-get install slurm-wlm munge"
    done
    case $dir in *[!A-Za-z0-9/._-]*) die "$dir: slurm.conf knows no blanks. Maybe another folder." ;; esac
    [ ! -e "$conf" ] || die "$dir holds a cluster already. Maybe stop it and remove the folder."
    chmod 755 "$dir"
    mkdir -p "$dir/state"
    write_conf
    start_munge
    slurmctld -f "$conf" || die "slurmctld does not start; see $dir/slurmctld.log"
    start_node n1
    start_node n2
    local waited
    for waited in $(seq 100); do
        [ "$(idle_nodes)" -lt 2 ] || return 0
        sleep 0.2
    done
    tail -n 20 "$dir"/*.log >&2
    die 'the nodes are not idle after 20 s'
}

# The supervisors of a node's steps (they hold its log open) and what runs under them (told by its environment).
step_pids() {
    local each pid
    for each in /proc/[0-9]*; do
        pid=${each#/proc/}
        grep -qzFx "SLURM_CONF=$conf" "$each/environ" 2>/dev/null || continue
        if grep -qzFx "SLURMD_NODENAME=$1" "$each/environ" 2>/dev/null; then
            echo "$pid"
        elif [ "$(head -c 10 "$each/cmdline" 2>/dev/null | tr -d '\0')" = slurmstepd ] &&
            readlink "$each"/fd/* 2>/dev/null | grep -qFx "$dir/slurmd-$1.log"; then
            echo "$pid"
        fi
    done
}

# Ends these processes, and does not come back before they are gone.
end() {
    local signal=$1 pid waited
    shift
    for pid in "$@"; do kill -"$signal" "$pid" 2>/dev/null || true; done
    for pid in "$@"; do
        for waited in $(seq 50); do
            is_alive "$pid" || continue 2
            sleep 0.1
        done
        kill -KILL "$pid" 2>/dev/null || true
    done
}

# Holds a supervisor and at least a script and a program under it, so that they cannot end by themselves any more.
hold_step() {
    local waited
    for waited in $(seq 200); do
        mapfile -t steps < <(step_pids "$1")
        if [ "${#steps[@]}" -ge 3 ]; then
            kill -STOP "${steps[@]}" 2>/dev/null || true
            mapfile -t steps < <(step_pids "$1")
            [ "${#steps[@]}" -lt 3 ] || return 0
            kill -CONT "${steps[@]}" 2>/dev/null || true # it ended meanwhile: the next one, then
        fi
        sleep 0.1
    done
    die "no step runs on $1"
}

kill_node() {
    local daemon steps
    daemon=$(pid_of "slurmd-$1")
    [ -n "$daemon" ] || die "node $1 does not run"
    hold_step "$1"
    # The daemon first, so that it cannot report the end of its steps.
    end KILL "$daemon"
    rm -f "$dir/slurmd-$1.pid"
    end KILL "${steps[@]}"
    printf 'killed the daemon of %s (%s) and %s processes of its steps\n' "$1" "$daemon" "${#steps[@]}"
}

stop() {
    local each steps
    [ -e "$conf" ] || return 0
    for each in slurmctld slurmd-n1 slurmd-n2; do
        # shellcheck disable=SC2046 # no pid, no word
        end TERM $(pid_of $each)
    done
    for each in n1 n2; do
        mapfile -t steps < <(step_pids $each)
        end KILL "${steps[@]}"
    done
    # shellcheck disable=SC2046
    end TERM $(pid_of munged)
}

case $verb in
    start) (start) || { stop; exit 1; } ;;
    stop) stop ;;
    kill-node) [ -n "$node" ] || usage; kill_node "$node" ;;
    start-node) [ -n "$node" ] || usage; start_node "$node" ;;
    *) usage ;;
esac
