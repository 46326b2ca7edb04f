# Sourced by the trials: `trial_of NAME [folder]` runs one of cn.huiyin.rehearsal.trial.Trials by itself.
set -euo pipefail
export LC_ALL=C.UTF-8
FAULTS=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

trial_of() { # name [folder]
  if [[ ${2:-} == -h || ${2:-} == --help ]]; then
    echo "infra/faults/$1 [folder]      the folder of all that it leaves behind; default: results/<time>/$1"
    sed -n '2,/^[^#]/{/^#/s/^# //p}' "$0"
    echo "Needs a JDK (17 or newer) and Maven. Ends with 1 where a promise was broken, 3 where it cannot be run here."
    exit
  fi
  . "$FAULTS/../bench/classpath"
  trial cn.huiyin.rehearsal.trial.Trials "$1" "${2:-$FAULTS/results/$(date +%Y-%m-%dT%H-%M-%S)/$1}"
}
