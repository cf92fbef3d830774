#!/usr/bin/env bash
# A standalone Spark for tests, from the jars that Maven fetched: one master and two workers (w1, w2) of one core each, on
# loopback, with everything inside one folder. Build the module first: mvn -P spark -pl spark package
#
#   cluster.sh start DIR          starts it; DIR/master then holds its address
#   cluster.sh stop DIR           stops it, with all that runs on it, and leaves its logs
#   cluster.sh kill-worker DIR W  waits for worker W to run something, then kills it, its executors and what they run, as a
#                                 crash of the machine does
#   cluster.sh submit DIR ...     spark-submit with these arguments
set -euo pipefail

usage() { sed -n '2,10s/^# \{0,1\}//p' "$0"; exit 2; }
die() { printf 'cluster.sh: %s\n' "$*" >&2; exit 1; }

[ $# -ge 2 ] || usage
verb=$1
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
mkdir -p "$2"
dir=$(cd "$2" && pwd -P)
shift 2

java=${JAVA_HOME:+$JAVA_HOME/bin/}java
# Spark looks for a distribution: a folder with jars and a file RELEASE is enough of one.
export SPARK_HOME=$dir/home SPARK_SCALA_VERSION=2.13
# Only this script sets it: whoever has it in the environment belongs to this cluster.
export TAFSIM_SPARK_TEST=$dir
export SPARK_LOCAL_IP=127.0.0.1

# What Spark opens of the JDK, as the module's tests do.
opens() {
    sed -n '/<spark.java.options>/,/<\/spark.java.options>/p' "$root/spark/pom.xml" |
        grep -o -- '--add-[a-z]*=[A-Za-z0-9./=_-]*'
}

spark_class() {
    mapfile -t options < <(opens)
    exec "$java" -Xmx512m "${options[@]}" -cp "$SPARK_HOME/conf:$SPARK_HOME/jars/*" "$@"
}

make_home() {
    local list=$root/spark/target/spark.classpath
    [ -f "$list" ] || die "there is no $list. Maybe: mvn -P spark -pl spark package"
    mkdir -p "$SPARK_HOME/jars" "$SPARK_HOME/conf" "$dir/work"
    : >"$SPARK_HOME/RELEASE"
    tr ':' '\n' <"$list" | while IFS= read -r jar; do ln -sf "$jar" "$SPARK_HOME/jars/"; done
    cat >"$SPARK_HOME/conf/log4j2.properties" <<'EOF'
rootLogger.level = info
rootLogger.appenderRef.stderr.ref = console
appender.console.type = Console
appender.console.name = console
appender.console.target = SYSTEM_ERR
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = %d{HH:mm:ss} %p %c{1}: %m%n
EOF
}

# Waits until a line appears in a log, and prints it.
await() {
    local log=$1 pattern=$2 waited
    for waited in $(seq 150); do
        if grep -m 1 -o "$pattern" "$log" 2>/dev/null; then
            return 0
        fi
        sleep 0.2
    done
    tail -n 20 "$log" >&2
    die "no '$pattern' in $log after 30 s"
}

start_worker() {
    TAFSIM_SPARK_WORKER=$1 spark_class org.apache.spark.deploy.worker.Worker --host 127.0.0.1 --cores 1 --memory 1g \
        --webui-port 0 --work-dir "$dir/work/$1" "$(cat "$dir/master")" >"$dir/$1.log" 2>&1 &
}

start() {
    [ ! -e "$SPARK_HOME" ] || die "$dir holds a cluster already. Maybe stop it and remove the folder."
    make_home
    spark_class -Dspark.worker.timeout=15 org.apache.spark.deploy.master.Master --host 127.0.0.1 --port 0 --webui-port 0 \
        >"$dir/master.log" 2>&1 &
    await "$dir/master.log" 'spark://127.0.0.1:[0-9]*' >"$dir/master"
    start_worker w1
    start_worker w2
    for worker in w1 w2; do
        await "$dir/$worker.log" 'Successfully registered with master' >/dev/null
    done
}

# Processes of this cluster, all or a worker's: children inherit the mark.
marked() {
    local each pid
    for each in /proc/[0-9]*; do
        pid=${each#/proc/}
        [ "$pid" != $$ ] && [ "$pid" != "$BASHPID" ] || continue
        if grep -qzFx "TAFSIM_SPARK_TEST=$dir" "$each/environ" 2>/dev/null &&
            { [ -z "${1:-}" ] || grep -qzFx "TAFSIM_SPARK_WORKER=$1" "$each/environ" 2>/dev/null; }; then
            echo "$pid"
        fi
    done
}

kill_all() {
    mapfile -t pids < <(marked "${1:-}")
    for pid in "${pids[@]}"; do kill -KILL "$pid" 2>/dev/null || true; done
    printf 'killed %s processes%s\n' "${#pids[@]}" "${1:+ of $1}"
}

# The worker, an executor and a program under it.
await_program() {
    local waited
    for waited in $(seq 200); do
        [ "$(marked "$1" | wc -l)" -lt 3 ] || return 0
        sleep 0.1
    done
    die "nothing runs on $1"
}

case $verb in
    start) start ;;
    stop) kill_all ;;
    kill-worker) [ $# -eq 1 ] || usage; await_program "$1"; kill_all "$1" ;;
    submit) spark_class org.apache.spark.deploy.SparkSubmit --master "$(cat "$dir/master")" "$@" ;;
    *) usage ;;
esac
