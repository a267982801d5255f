-- The answer to `planlint/plan` as entries of a location list.

local M = {}

--- An item of the list: its words, and what else is known of it.
local function entry(buffer, kind, item, facts)
  local start = item.range.start
  local known = vim.tbl_filter(function(fact)
    return type(fact) == 'string' and fact ~= ''
  end, { item.text, unpack(facts) })
  return { bufnr = buffer, lnum = start.line + 1, col = start.character + 1, type = kind, text = table.concat(known, ' · ') }
end

--- Questions (Q) and actions (A) of the one document that was asked for, in the order they stand.
function M.items(answer, buffer)
  local plan = (answer.documents or {})[1] or {}
  local items = {}
  for _, question in ipairs(plan.questions or {}) do
    table.insert(items, entry(buffer, 'Q', question, { question.owner, question.due, question.answer.state }))
  end
  for _, action in ipairs(plan.actions or {}) do
    local state = action.overdue and 'overdue' or action.state
    table.insert(items, entry(buffer, 'A', action, { table.concat(action.owners, ', '), action.due, state }))
  end
  table.sort(items, function(one, other)
    return one.lnum < other.lnum or (one.lnum == other.lnum and one.col < other.col)
  end)
  return items
end

return M
