" planlint for ALE. Copy this file to ~/.vim/ale_linters/markdown/.
call ale#linter#Define('markdown', {
\   'name': 'planlint',
\   'lsp': 'stdio',
\   'executable': 'planlint',
\   'command': '%e server',
\   'project_root': {buffer -> ale#path#Dirname(ale#path#FindNearestFile(buffer, 'planlint.toml')) ?? expand('#' . buffer . ':p:h')},
\})
