/** Search as a store would keep it: action creators, a reducer with a default state, and the state itself is yielded. */
interface SearchState {
  readonly status: 'idle' | 'loading' | 'loaded' | 'failed';
  readonly query: string;
  readonly hits: readonly string[];
  readonly error?: string;
}

const requested = (query: string) => ({ type: 'search/requested', payload: query }) as const;
const succeeded = (hits: readonly string[]) => ({ type: 'search/succeeded', payload: hits }) as const;
const failed = (message: string) => ({ type: 'search/failed', payload: message }) as const;
const cleared = () => ({ type: 'search/cleared' }) as const;

type SearchAction = ReturnType<typeof requested | typeof succeeded | typeof failed | typeof cleared>;

const initialState: SearchState = { status: 'idle', query: '', hits: [] };

function reducer(state: SearchState = initialState, action: SearchAction): SearchState {
  switch (action.type) {
    case 'search/requested':
      return { ...state, status: 'loading', query: action.payload };
    case 'search/succeeded':
      return state.status === 'loading' ? { ...state, status: 'loaded', hits: action.payload } : state;
    case 'search/failed':
      return state.status === 'loading' ? { ...state, status: 'failed', error: action.payload } : state;
    case 'search/cleared':
      return initialState;
    default:
      return state;
  }
}

export function* searchResults(): Generator<SearchState, never, SearchAction> {
  let state = initialState;
  for (;;) {
    const action: SearchAction = yield state;
    state = reducer(state, action);
  }
}

export const samples = {
  searchResults: { events: [requested('tea'), requested('coffee'), succeeded(['green tea']), failed('offline'), cleared()] },
};
