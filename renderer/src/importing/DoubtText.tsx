import type { ReactElement } from 'react';
import classes from './Import.module.css';

/** What the program is not sure of: a sign, a colour and the sentence. Nothing where there is no doubt. */
export const DoubtText = ({ messages }: { readonly messages: readonly string[] | undefined }): ReactElement | null =>
  messages === undefined || messages.length === 0 ? null : (
    <>
      {messages.map((message) => (
        <div key={message} className={classes.doubt}>
          <span aria-hidden>⚠ </span>
          {message}
        </div>
      ))}
    </>
  );
