/** A video on a page: it loads, plays, stalls, ends, and may be started again. */
export enum Video {
  Loading = 'loading',
  Paused = 'paused',
  Playing = 'playing',
  Buffering = 'buffering',
  Ended = 'ended',
}

interface Media {
  currentTime: number;
  play(): void;
  pause(): void;
}

type VideoEvent = 'ready' | 'toggle' | 'stalled' | 'finished' | 'unload';

export function* videoPlayer(media: Media, autoplay = false): Generator<Video, void, VideoEvent> {
  let state = Video.Loading as Video;

  const go = (to: Video): void => {
    if (to === Video.Playing) media.play();
    else if (state === Video.Playing && to === Video.Paused) media.pause();
    state = to;
  };

  for (let event = yield state; event !== 'unload'; event = yield state) {
    switch (state) {
      case Video.Loading:
        if (event === 'ready') go(autoplay ? Video.Playing : Video.Paused);
        break;
      case Video.Paused:
        if (event === 'toggle') go(Video.Playing);
        break;
      case Video.Playing:
        if (event === 'toggle') go(Video.Paused);
        else if (event === 'stalled') go(Video.Buffering);
        else if (event === 'finished') go(Video.Ended);
        break;
      case Video.Buffering:
        if (event === 'ready') go(Video.Playing);
        else if (event === 'toggle') go(Video.Paused);
        break;
      case Video.Ended:
        if (event !== 'toggle') break;
        media.currentTime = 0;
        go(Video.Playing);
        break;
    }
  }
}
