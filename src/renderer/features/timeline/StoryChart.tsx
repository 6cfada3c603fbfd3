import { useMemo } from 'react'
import { layOutStory } from '../../../core/chronology/story-layout'
import type { StoryOrder } from '../../../core/chronology/story-order'
import {
  missingInWords,
  silenceInWords,
  storySummary,
  toldAndHappened
} from '../../../core/chronology/story-words'
import { timeScale, type DayStretch } from '../../../core/chronology/time-axis'
import type { AnnotationId, ArticleId } from '../../../core/project/ids'
import type { Study } from '../../../core/project/study'
import type { ShownPassages } from '../../persistence/study-view'
import { laneNames } from './lane-names'
import './story-chart.css'

interface StoryChartProps {
  study: Study
  story: StoryOrder
  shown: DayStretch
  width: number
  selected: AnnotationId | null
  onSelect(id: AnnotationId): void
  onChooseStory(id: ArticleId): void
  onShowPassages(passages: ShownPassages): void
}

const height = 132

/** From where things happened, above, to where the article tells them, below: crossing lines are told out of order. */
export function StoryChart(props: StoryChartProps) {
  const { study, story, shown, width, selected, onSelect, onChooseStory } = props
  const layout = useMemo(() => layOutStory(story, timeScale(shown, width), height), [story, shown, width])
  const own = layout.lines.find(({ told }) => told.event.id === selected)
  return (
    <section className="story" aria-label="Story order">
      <StoryFacts {...props} />
      <div className="story-sheet">
        <div className="story-names" style={{ width: laneNames }}>
          <p>
            <b>As it happened</b>
            <small>Dates above</small>
          </p>
          <p>
            <b>As it is told</b>
            {study.articles.length > 1 ? (
              <select
                aria-label="Story"
                value={story.of.article.id}
                onChange={event => onChooseStory(event.target.value as ArticleId)}
              >
                {study.articles.map(({ article }) => (
                  <option key={article.id} value={article.id}>
                    {article.title}
                  </option>
                ))}
              </select>
            ) : (
              <small>Order in the article</small>
            )}
          </p>
        </div>
        <svg
          width={width}
          height={height + 40}
          role="img"
          aria-label={`Story order, ${story.told.length} dated events. ${storySummary(story)}`}
        >
          <line className="story-axis" x1={0} x2={width} y1={8} y2={8} />
          <line className="story-axis" x1={0} x2={width} y1={8 + height} y2={8 + height} />
          <g transform="translate(0 8)">
            {layout.lines.map(({ told, d, xHappened, xTold }) => (
              <g
                key={told.event.id}
                className="story-line"
                data-selected={told.event.id === selected}
                data-anachrony={told.anachrony ?? undefined}
                onClick={() => onSelect(told.event.id)}
              >
                <path className="story-hit" d={d} />
                <path d={d} />
                {xHappened !== null && <circle cx={xHappened} cy={0} r={2.6} />}
                <circle cx={xTold} cy={height} r={2.6} />
              </g>
            ))}
            {own !== undefined && (
              <g className="story-line" data-selected="true">
                <path d={own.d} />
                {own.xHappened !== null && <circle cx={own.xHappened} cy={0} r={4} />}
                <circle cx={own.xTold} cy={height} r={4} />
              </g>
            )}
            {layout.paragraphs.map(({ x, paragraph }) => (
              <text key={paragraph} className="story-paragraph" x={x} y={height + 19} textAnchor="middle">
                ¶{paragraph}
              </text>
            ))}
            {own !== undefined && (
              <text
                className="story-words"
                x={own.xTold + (own.xTold > width * 0.7 ? -12 : 12)}
                y={height - 11}
                textAnchor={own.xTold > width * 0.7 ? 'end' : 'start'}
              >
                {toldAndHappened(own.told)}
              </text>
            )}
          </g>
        </svg>
      </div>
    </section>
  )
}

function StoryFacts({ study, story, onShowPassages }: StoryChartProps) {
  const those = (kind: 'flashback' | 'flash-forward') =>
    story.told
      .filter(({ anachrony }) => anachrony === kind)
      .map(({ event }) => event.reports.find(({ place }) => place.of === story.of)?.annotation.id ?? event.id)
  const [silence] = story.silences
  const missing = missingInWords(study, story)
  return (
    <p className="story-facts">
      <span title="Kendall’s τ over the pairs whose order is certain: 1 told as it happened, −1 told backwards">
        {storySummary(story)}
      </span>
      {(['flashback', 'flash-forward'] as const).map(kind => {
        const ids = those(kind)
        const words = `${ids.length} ${kind}${ids.length === 1 ? '' : 's'}`
        return (
          <button
            key={kind}
            type="button"
            disabled={ids.length === 0}
            onClick={() =>
              onShowPassages({ title: kind === 'flashback' ? 'Flashbacks' : 'Flash-forwards', ids })
            }
          >
            {words}
          </button>
        )
      })}
      {silence !== undefined && (
        <button
          type="button"
          onClick={() =>
            onShowPassages({ title: silenceInWords(silence), ids: [silence.before.id, silence.after.id] })
          }
        >
          {silenceInWords(silence)}
        </button>
      )}
      {missing.length > 0 && (
        <button
          type="button"
          title={missing.join('\n')}
          onClick={() =>
            onShowPassages({
              title: `Steps that are not told: ${missing.join('; ')}`,
              ids: story.missing.map(({ event }) => event.id)
            })
          }
        >
          {missing.length} {missing.length === 1 ? 'step' : 'steps'} of a case not told
        </button>
      )}
    </p>
  )
}
