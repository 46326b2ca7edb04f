# Sourced by the parts of the bench: where they lie, what they were given, where their results go.

export LC_ALL=C.UTF-8
HERE=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
TIME=${TIME:-$(date +%Y-%m-%dT%H-%M-%S)}

say() { printf '%s\n' "$*" >&2; }
die() { say "✗ $*"; exit 2; }

# Names of settings that must be whole numbers from 1.
numbers() {
  local name
  for name in "$@"; do
    [[ ${!name} =~ ^[1-9][0-9]*$ ]] || die "$name is '${!name}': a whole number from 1 is wanted. See --help."
  done
}

# tool package
need() { command -v "$1" > /dev/null || die "$1 is missing: apt-get install $2"; }

# The folder of a part's raw results, into RESULTS.
results() { # part
  RESULTS=${RESULTS:-$HERE/results/$TIME/$1}
  mkdir -p "$RESULTS"
  surroundings | tee "$RESULTS/surroundings.txt" >&2
}

surroundings() {
  echo "time      $(date +%Y-%m-%dT%H:%M:%S%z)"
  echo "machine   $(getconf _NPROCESSORS_ONLN) cores of $(sed -n 's/^model name\s*: //p' /proc/cpuinfo 2> /dev/null | head -1), $(awk '/^MemTotal/ { printf "%.0f GB", $2 / 1048576 }' /proc/meminfo 2> /dev/null), load $(uptime | sed 's/.*load average[s]*: //')"
  echo "java      $(java_version)"
}

# Puts a part's table into the README, between its markers, with the day and the kind of machine.
publish() { # part
  local table=$RESULTS/table.md
  [[ -s $table ]] || die "$1 left no table in $RESULTS"
  {
    printf '%s, %s\n\n' "$(date +%Y-%m-%d)" "$(sed -n 's/^machine *//p; s/^java *//p' "$RESULTS/surroundings.txt" | paste -sd ';' | sed 's/;/; /; s/, load /; load before: /'); load after: $(uptime | sed 's/.*load average[s]*: //')"
    cat "$table"
  } > "$RESULTS/published.md"
  awk -v part="$1" -v from="$RESULTS/published.md" '
    $0 == "<!-- " part " -->" { print; print ""; while ((getline line < from) > 0) print line; print ""; skip = 1; next }
    $0 == "<!-- /" part " -->" { skip = 0 }
    !skip' "$HERE/README.md" > "$RESULTS/README.md"
  cat "$RESULTS/README.md" > "$HERE/README.md"
}
