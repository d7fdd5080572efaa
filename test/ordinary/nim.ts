/** Nim: in turns, each takes one, two or three matches. Who takes the last one wins. */
type Player = 'north' | 'south';

export function* nim(matches = 21): Generator<`${Player} takes`, `${Player} wins`, 1 | 2 | 3> {
    let players: readonly Player[] = ['north', 'south'];

    while (true) {
        const current = players[0]!;
        const taken = yield `${current} takes` as const;
        if (taken > matches) continue;
        matches -= taken;
        if (matches === 0) return `${current} wins` as const;
        players = [...players.slice(1), current];
    }
}
