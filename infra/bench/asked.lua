-- Asks for one thing after another.
-- BENCH_FOLDER: where report.lua lies; BENCH_ASKED: a file, in each line somebody's token and a path.
dofile(os.getenv("BENCH_FOLDER") .. "/report.lua")

local asked = {}
local count = 0

function init(arguments)
  for line in io.lines(os.getenv("BENCH_ASKED")) do
    local token, path = line:match("(%S+) (%S+)")
    asked[#asked + 1] = wrk.format("GET", path, { ["Authorization"] = "Bearer " .. token })
  end
  count = number * 7919
end

function request()
  count = count + 1
  return asked[count % #asked + 1]
end
