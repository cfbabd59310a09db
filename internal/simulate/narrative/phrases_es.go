package narrative

const phrasesES = `
`
