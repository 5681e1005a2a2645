type Props = { value: number; max: number; label: string; text: string };

/** `text` says in words what the bar shows. */
export function ProgressBar({ value, max, label, text }: Props) {
  const share = max === 0 ? 0 : value / max;
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={max}
      aria-valuenow={value}
      aria-valuetext={text}
      className="h-1.5 w-full overflow-hidden rounded-full bg-line"
    >
      <div
        className="h-full w-full origin-left rounded-full bg-ink transition-transform duration-200"
        style={{ transform: `scaleX(${share})` }}
      />
    </div>
  );
}
