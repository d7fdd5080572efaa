// @ts-nocheck
/** A printer with paper and ink, written as plain JavaScript would be. */
export function* printer() {
  let paper = true
  let ink = true
  let pages = 0

  function status() {
    if (!paper) return 'out of paper'
    if (!ink) return 'out of ink'
    return pages > 0 ? 'printing' : 'idle'
  }

  while (true) {
    const event = yield status()
    switch (event.type) {
      case 'print': pages += event.pages; break
      case 'page done': if (status() === 'printing') pages--; break
      case 'paper out': paper = false; break
      case 'paper added': paper = true; break
      case 'ink out': ink = false; break
      case 'ink replaced': ink = true; break
      case 'switch off': return pages
    }
  }
}

export const samples = {
  printer: {
    events: [
      { type: 'print', pages: 2 },
      { type: 'page done' },
      { type: 'paper out' },
      { type: 'paper added' },
      { type: 'ink out' },
      { type: 'ink replaced' },
      { type: 'switch off' },
    ],
  },
}
