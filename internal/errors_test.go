package internal_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"
)

// An error that is wrapped is one: where a condition holds without it as well
// (err != nil || other), wrapping it writes "%!w(<nil>)".
func TestWrappedErrorsAreNotNil(t *testing.T) {
	files := token.NewFileSet()
	found := 0
	for _, root := range []string{".", "../cmd"} {
		err := filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
			if err != nil || entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
				return err
			}
			file, err := parser.ParseFile(files, name, nil, 0)
			if err != nil {
				return err
			}
			ast.Inspect(file, func(n ast.Node) bool {
				branch, ok := n.(*ast.IfStmt)
				if !ok {
					return true
				}
				for _, maybe := range maybeNil(branch.Cond) {
					found++
					if at := wrapped(branch.Body, maybe); at.IsValid() {
						t.Errorf("%v: %s is wrapped where it may be nil", files.Position(at), maybe)
					}
				}
				return true
			})
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	if found == 0 {
		t.Fatal("no condition was looked at")
	}
}

// maybeNil returns the errors that a condition compares with nil and that may be nil though
// it holds.
func maybeNil(condition ast.Expr) []string {
	or, ok := condition.(*ast.BinaryExpr)
	if !ok || or.Op != token.LOR {
		return nil
	}
	var out []string
	ast.Inspect(or, func(n ast.Node) bool {
		x, ok := n.(*ast.BinaryExpr)
		if !ok || x.Op != token.NEQ {
			return true
		}
		name, ok := x.X.(*ast.Ident)
		if null, isNil := x.Y.(*ast.Ident); ok && isNil && null.Name == "nil" && strings.HasPrefix(name.Name, "err") {
			out = append(out, name.Name)
		}
		return true
	})
	return out
}

// wrapped returns where the statements of a block themselves wrap an error by a format, before
// anything is assigned to it.
func wrapped(block *ast.BlockStmt, name string) token.Pos {
	for _, s := range block.List {
		at := token.NoPos
		assigned := false
		ast.Inspect(s, func(n ast.Node) bool {
			switch n := n.(type) {
			case *ast.IfStmt, *ast.SwitchStmt, *ast.CaseClause, *ast.FuncLit:
				return false // they may look again
			case *ast.AssignStmt:
				for _, to := range n.Lhs {
					if id, ok := to.(*ast.Ident); ok && id.Name == name {
						assigned = true
					}
				}
			case *ast.CallExpr:
				if called, ok := n.Fun.(*ast.SelectorExpr); ok && called.Sel.Name == "Errorf" && isName(called.X, "fmt") {
					for _, a := range n.Args[1:] {
						if id, ok := a.(*ast.Ident); ok && id.Name == name {
							at = n.Pos()
						}
					}
				}
			}
			return true
		})
		if at.IsValid() {
			return at
		}
		if assigned {
			break
		}
	}
	return token.NoPos
}

func isName(x ast.Expr, name string) bool {
	id, ok := x.(*ast.Ident)
	return ok && id.Name == name
}

// The rule itself.
func TestMaybeNil(t *testing.T) {
	for source, want := range map[string]bool{
		`if err != nil || n != 2 { return fmt.Errorf("%s: %w", file, err) }`:                    true,
		`if n != 2 || err != nil { return fmt.Errorf("%s: %w", file, err) }`:                    true,
		`if err != nil { return fmt.Errorf("%s: %w", file, err) }`:                              false,
		`if err != nil || n != 2 { return fmt.Errorf("%s: %w", file, ErrFormat) }`:              false,
		`if err != nil && n != 2 { return fmt.Errorf("%s: %w", file, err) }`:                    false,
		`if err != nil || n != 2 { err = ErrFormat; return fmt.Errorf("%s: %w", file, err) }`:   false,
		`if err != nil || n != 2 { if err == nil { return x }; return fmt.Errorf("%w", err2) }`: false,
	} {
		file, err := parser.ParseFile(token.NewFileSet(), "x.go", "package x\nfunc f() error {\n"+source+"\nreturn nil\n}", 0)
		if err != nil {
			t.Fatal(err)
		}
		got := false
		ast.Inspect(file, func(n ast.Node) bool {
			if branch, ok := n.(*ast.IfStmt); ok {
				for _, maybe := range maybeNil(branch.Cond) {
					got = got || wrapped(branch.Body, maybe).IsValid()
				}
			}
			return true
		})
		if got != want {
			t.Errorf("%s: %v", source, got)
		}
	}
}
