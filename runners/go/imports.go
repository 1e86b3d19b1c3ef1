// Puts a program's imports in order, as the authors of HumanEval-X do: each package once, those that are not used left
// out, and those that answers may use without saying so added. imports SOURCE prints the program; its lines keep their
// numbers. What does not parse is printed as it is.
package main

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path"
	"sort"
	"strconv"
	"strings"
)

var offered = []string{
	"bytes", "crypto/md5", "fmt", "math", "math/rand", "regexp", "sort", "strconv", "strings", "time",
}

func main() {
	text, err := os.ReadFile(os.Args[1])
	if err != nil {
		os.Stderr.WriteString("imports: " + err.Error() + "\n")
		os.Exit(70)
	}
	os.Stdout.Write(ordered(text))
}

func ordered(text []byte) []byte {
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, "solution.go", text, 0)
	if err != nil {
		return text
	}
	used := map[string]bool{}
	for _, name := range file.Unresolved {
		used[name.Name] = true
	}
	lines := map[string]bool{}
	declared := map[string]bool{}
	for _, spec := range file.Imports {
		value, _ := strconv.Unquote(spec.Path.Value)
		name := path.Base(value)
		if spec.Name != nil {
			name = spec.Name.Name
		}
		declared[name] = true
		if !used[name] && name != "_" && name != "." {
			continue
		}
		line := spec.Path.Value
		if spec.Name != nil {
			line = spec.Name.Name + " " + line
		}
		lines[line] = true
	}
	for _, value := range offered {
		if name := path.Base(value); used[name] && !declared[name] {
			lines[strconv.Quote(value)] = true
		}
	}
	result := append([]byte(nil), text...)
	for _, declaration := range file.Decls {
		general, isGeneral := declaration.(*ast.GenDecl)
		if !isGeneral || general.Tok != token.IMPORT {
			continue
		}
		for at := files.Position(general.Pos()).Offset; at < files.Position(general.End()).Offset; at++ {
			if result[at] != '\n' {
				result[at] = ' '
			}
		}
	}
	sorted := make([]string, 0, len(lines))
	for line := range lines {
		sorted = append(sorted, line)
	}
	sort.Strings(sorted)
	end := files.Position(file.Name.End()).Offset
	block := "; import (" + strings.Join(sorted, "; ") + ")"
	if len(sorted) == 0 {
		block = ""
	}
	return append(result[:end:end], append([]byte(block), result[end:]...)...)
}
