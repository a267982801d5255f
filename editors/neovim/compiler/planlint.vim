" `:compiler planlint` and `:make`: judges a folder and fills the quickfix list. Also for Vim.
if exists('current_compiler')
  finish
endif
let current_compiler = 'planlint'

CompilerSet makeprg=planlint\ check\ --format\ short\ --color\ never
CompilerSet errorformat=%f:%l:%c:\ %t%*[a-z]%m
