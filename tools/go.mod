module skein/tools

go 1.26.0
