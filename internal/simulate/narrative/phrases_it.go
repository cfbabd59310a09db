package narrative

const phrasesIT = `
`
