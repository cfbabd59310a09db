package narrative

const phrasesDE = `
`
