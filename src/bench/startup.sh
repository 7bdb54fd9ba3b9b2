#!/usr/bin/env bash
# How long the portal takes until one can sign in: from the command (Maven, formatting and compiling
# included), and from the start of the application alone. Remove ./data before for a first start.
#
#     src/bench/startup.sh
set -euo pipefail
cd "$(dirname "$0")/../.."
log=$(mktemp)
trap 'pkill -f org.muster.MusterApplication || true; rm -f "$log"' EXIT
seconds() { awk -v from="$1" -v to="$2" 'BEGIN { printf "%.1f", to - from }'; }

stop() {
  pkill -f org.muster.MusterApplication || true
  while pgrep -f org.muster.MusterApplication >/dev/null; do sleep 0.2; done
}

stop
begin=$(date +%s.%N)
./mvnw -B spring-boot:run >"$log" 2>&1 &
until pid=$(pgrep -n -f org.muster.MusterApplication); do sleep 0.2; done
started=$(date +%s.%N)
for _ in $(seq 600); do
  curl -sf -o /dev/null -m 5 http://127.0.0.1:8080/login && break
  sleep 0.2
done
page=$(date +%s.%N)
echo "RESULT startup command_seconds=$(seconds "$begin" "$page") application_seconds=$(seconds "$started" "$page")"
