#!/usr/bin/env bash
# Runs a sweep on a standalone Spark of two workers, kills one worker with its executor and its task midway, and holds what came
# out against the local engine, byte by byte. Takes about two minutes, and 230 MB to download the first time.
# It is left out only where Spark's jars cannot be downloaded; TAFSIM_TEST_SPARK=required makes that a failure, too.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

say() { printf '\n== %s\n' "$*"; }
die() { printf 'FAILED: %s\n' "$*" >&2; exit 1; }

if command -v mvn >/dev/null 2>&1; then
    maven=mvn
else
    maven=./mvnw
fi
scratch=$(mktemp -d "${TMPDIR:-/tmp}/tafsim-spark-XXXXXX")
cluster=.ci/spark/cluster.sh
finish() {
    local code=$?
    [ ! -e "$scratch/cluster" ] || $cluster stop "$scratch/cluster" || true
    [ $code -eq 0 ] || { echo "kept: $scratch" >&2; return; }
    rm -rf "$scratch"
}
trap finish EXIT

experiment=.ci/slurm/experiment.yaml
points=12
here="$scratch/here"
there="$scratch/two workers' sweep"
finished() { find "$there/tasks" -mindepth 1 -maxdepth 1 -type d ! -name ".*" 2>/dev/null | wc -l; }

say 'the module, and its tests'
if ! $maven -q -B -ntp -P spark -pl spark clean package >"$scratch/build.log" 2>&1; then
    tail -n 40 "$scratch/build.log"
    if [ "${TAFSIM_TEST_SPARK:-}" != required ] &&
        grep -Eq 'Could not (resolve dependencies|transfer artifact)' "$scratch/build.log"; then
        echo "LEFT OUT: the test on a real Spark: its jars cannot be downloaded."
        exit 0
    fi
    die 'the build'
fi
grep -h 'Tests run' spark/target/surefire-reports/*.txt
spark_jar=$(ls spark/target/spark-*.jar)

say 'the sweep on this machine'
./tafsim sweep "$experiment" --out "$here" --quiet >"$scratch/here.txt" || { cat "$scratch/here.txt"; die 'local sweep'; }
expected=$(find "$here/tasks" -mindepth 1 -maxdepth 1 | wc -l)
echo "$expected tasks"

say 'a Spark of two workers'
$cluster start "$scratch/cluster"
cat "$scratch/cluster/master"

say 'the sweep on Spark, of which a worker dies'
start=$SECONDS
$cluster submit "$scratch/cluster" --conf spark.executor.memory=512m --class org.tafsim.spark.SparkSweep "$spark_jar" \
    $points 2 "${JAVA_HOME:+$JAVA_HOME/bin/}java" -jar "$PWD/cli/target/tafsim.jar" task \
    --experiment "$PWD/$experiment" --out "$there" >"$scratch/spark.log" 2>&1 &
submit=$!
until [ "$(finished)" -ge $((expected / 4)) ]; do
    kill -0 $submit 2>/dev/null || { tail -n 30 "$scratch/spark.log"; die 'the sweep ended early'; }
    [ $((SECONDS - start)) -lt 180 ] || die 'the sweep does not get on'
    sleep 0.2
done
echo "$(finished) tasks are done; worker w1 dies"
$cluster kill-worker "$scratch/cluster" w1
wait $submit || { tail -n 30 "$scratch/spark.log"; die 'the sweep on Spark'; }
grep -m 1 'Lost executor' "$scratch/spark.log" || die 'no executor was lost'
echo "done after $((SECONDS - start)) s"
./tafsim sweep collect "$there" >"$scratch/there.txt" || { cat "$scratch/there.txt"; die 'collect'; }

say 'what came out'
[ "$(finished)" -eq "$expected" ] || die "$(finished) tasks in place of $expected"
twice=$(cat "$there"/tasks/*/task.json | grep -o '"id" *: *"[0-9a-f]*"' | sort | uniq -d)
[ -z "$twice" ] || die "twice: $twice"
for file in points.csv summary.csv differences.csv; do
    cmp "$here/$file" "$there/$file" || die "$file differs"
    echo "same bytes: $file"
done
say 'Spark passed'
