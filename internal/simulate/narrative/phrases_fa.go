package narrative

const phrasesFA = `
`
