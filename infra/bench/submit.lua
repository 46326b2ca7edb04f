-- Files a ticket with each request, under a fresh Idempotency-Key, by one resident after another.
-- BENCH_FOLDER: where report.lua lies; BENCH_RUN: unique to this measurement; BENCH_TOKENS: residents' tokens, one a line.
dofile(os.getenv("BENCH_FOLDER") .. "/report.lua")

local body = '{"description":"3号楼2单元的楼道灯坏了，晚上看不见路","media":[]}'
local tokens = {}
local count = 0

function init(arguments)
  for token in io.lines(os.getenv("BENCH_TOKENS")) do
    tokens[#tokens + 1] = token
  end
end

function request()
  count = count + 1
  return wrk.format("POST", nil, {
    ["Authorization"] = "Bearer " .. tokens[count % #tokens + 1],
    ["Content-Type"] = "application/json",
    ["Idempotency-Key"] = os.getenv("BENCH_RUN") .. "-" .. number .. "-" .. count,
  }, body)
end
