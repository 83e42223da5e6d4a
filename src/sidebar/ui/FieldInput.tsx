/** The control of one field, by its kind. */
import { type Cell, type Field, numberOrText } from '../drafts';
import { COMMON } from '../wording';
import { Grow } from './Grow';

interface Props {
  id: string;
  field: Field;
  value: Cell;
  onType: (value: Cell) => void;
  describedBy: string;
  invalid: boolean;
}

const shown = (value: Cell) => (value === null ? '' : String(value));

export function FieldInput({ id, field, value, onType, describedBy, invalid }: Props) {
  const { kind, options, required, header } = field;
  const common = {
    id,
    'aria-describedby': describedBy,
    'aria-invalid': invalid ? ('true' as const) : undefined,
    'aria-required': required ? ('true' as const) : undefined,
  };
  const text = shown(value);
  if (kind === 'long') {
    return (
      <Grow
        id={id}
        value={text}
        rows={2}
        onType={onType}
        describedBy={describedBy}
        invalid={invalid}
        required={required}
      />
    );
  }
  if (kind === 'check') {
    return (
      <input
        {...common}
        type="checkbox"
        checked={value === true}
        onChange={(event) => onType(event.currentTarget.checked)}
      />
    );
  }
  if (kind === 'choice') {
    return (
      <select {...common} value={text} onChange={(event) => onType(event.currentTarget.value)}>
        <option value="">{COMMON.choose}</option>
        {options.map((option) => (
          <option key={option} value={option}>
            {option}
          </option>
        ))}
        {text !== '' && !options.includes(text) && <option value={text}>{text}</option>}
      </select>
    );
  }
  if (kind === 'date') {
    return (
      <span class="date-box">
        <input
          {...common}
          type="text"
          autocomplete="off"
          placeholder={COMMON.dateHint}
          value={text}
          onInput={(event) => onType(event.currentTarget.value)}
        />
        <input
          type="date"
          class="picker"
          aria-label={COMMON.pickDate(header)}
          value={/^\d{4}-\d{2}-\d{2}$/.test(text) ? text : ''}
          onChange={(event) => onType(event.currentTarget.value)}
        />
      </span>
    );
  }
  const type = (typed: string) => onType(kind === 'number' ? numberOrText(typed) : typed);
  return (
    <>
      <input
        {...common}
        type="text"
        inputMode={kind === 'number' ? 'decimal' : undefined}
        autocomplete="off"
        list={options.length > 0 ? `${id}-options` : undefined}
        value={text}
        onInput={(event) => type(event.currentTarget.value)}
      />
      {options.length > 0 && (
        <datalist id={`${id}-options`}>
          {options.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
      )}
    </>
  );
}
