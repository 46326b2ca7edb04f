-- Each thread knows its number, counted from 1.
local threads = 0

function setup(thread)
  threads = threads + 1
  thread:set("number", threads)
end

-- What one measurement found, on one line that the bench reads: requests/s, p50 and p99 in ms, answers, what went wrong.
function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format("RESULT\t%.1f\t%.2f\t%.2f\t%d\t%d\t%d\n",
    summary.requests / (summary.duration / 1e6),
    latency:percentile(50) / 1e3,
    latency:percentile(99) / 1e3,
    summary.requests,
    errors.status,
    errors.connect + errors.read + errors.write + errors.timeout))
end
