package mapping

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"skein/internal/record"
	"skein/internal/schema"
)

func TestFromFtM(t *testing.T) {
	const doc = `{"id": " p-1 ", "schema": "Person", "caption": "Amal Haddad", "datasets": ["x"], "target": true, "properties": {
		"name": ["Amal Haddad", "أمل حداد", "Amal  Haddad"], "nationality": ["sy"], "birthDate": ["1980-05", "1980-05-17T00:00:00"],
		"height": [1.725], "weight": ["61.125"], "phone": "+30 691 234 5678", "addressEntity": ["a-1", {"id": "a-2", "schema": "Address", "properties": {}}],
		"gender": [], "notes": null, "alias": [""], "country": ["unknown"]}}`
	r, problems := FromFtM([]byte(doc), schema.Default(), testContext, record.Witness)
	if problems != nil {
		t.Fatal(problems)
	}
	want := "Person[witness] addressEntity=" + keyOf("owner:EL-POLICE", "a-1") + " addressEntity=" + keyOf("owner:EL-POLICE", "a-2") +
		" birthDate=1980-05 birthDate=1980-05-17T00:00:00 height=1.7250(1.725) name=Amal Haddad name=أمل حداد nationality=sy" +
		" phone=+306912345678(+30 691 234 5678) weight=61.1250(61.125)\n"
	if d := cmp.Diff(want, told([]record.Record{*r})); d != "" {
		t.Errorf("(-want +got)\n%s", d)
	}
	if r.Key.String() != keyOf("owner:EL-POLICE", "p-1") {
		t.Error("the key is not that of the id")
	}
	// A mapping's id_column names the same thing.
	b := bind(t, "entities: {x: {schema: Person, category: witness, id_column: id}}", "id")
	if got := clean(t, b, "p-1"); got[0].Key != r.Key {
		t.Error("id_column and id name two things")
	}
}

func TestFromFtMRefuses(t *testing.T) {
	for _, c := range []struct{ doc, column, want string }{
		{"", "", "not a FollowTheMoney entity"},
		{"[]", "", "not a FollowTheMoney entity"},
		{`{"id": 1}`, "", "not a FollowTheMoney entity"},
		{`{"id": "1", "schema": "Phone"} {}`, "", "text follows the entity"},
		{`{"schema": "Phone"}`, "id", "no id"},
		{`{"id": "1", "schema": "Peson"}`, "schema", `unknown schema "Peson"; did you mean "Person"?`},
		{`{"id": "1"}`, "schema", `unknown schema ""`},
		{`{"id": "1", "schema": "Thing"}`, "schema", "no record is a mere Thing"},
		{`{"id": "1", "schema": "Person"}`, "", "no data-subject category"},
		{`{"id": "1", "schema": "Phone", "properties": {"nunber": ["+30691234567"]}}`, "nunber", `did you mean "number"?`},
		{`{"id": "1", "schema": "Phone", "properties": {"number": ["abc"]}}`, "number", `"abc"`},
		{`{"id": "1", "schema": "Phone", "properties": {"number": [{"id": "x"}]}}`, "number", "want a text"},
		{`{"id": "1", "schema": "Phone", "properties": {"proof": [[]]}}`, "proof", "want a text"},
		{`{"id": "1", "schema": "Flow", "properties": {"measure": ["guesses"]}}`, "measure", "guesses"},
	} {
		r, problems := FromFtM([]byte(c.doc), schema.Default(), testContext, record.NoCategory)
		if r != nil || len(problems) != 1 || problems[0].Column != c.column || !strings.Contains(problems[0].Reason, c.want) {
			t.Errorf("%s\ngave %v, want %s: %s", c.doc, problems, c.column, c.want)
		}
	}
	_, problems := FromFtM([]byte(`{"schema": "Person", "properties": {"birthDate": ["x"], "sex": ["f"]}}`), schema.Default(), testContext, record.Suspect)
	if len(problems) != 3 {
		t.Errorf("not all problems: %v", problems)
	}
}
