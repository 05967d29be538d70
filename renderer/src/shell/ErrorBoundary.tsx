import { Component, type ErrorInfo, type ReactNode } from 'react';
import { detailsOf } from '../lib/errors.ts';
import { BugPage } from './BugPage.tsx';

interface Props {
  readonly children: ReactNode;
}

interface State {
  readonly details: string | null;
}

/** Catches bugs while drawing: a page that says so instead of an empty window. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { details: null };

  static getDerivedStateFromError(error: unknown): State {
    return { details: detailsOf(error) };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    this.setState({ details: `${detailsOf(error)}\n${info.componentStack ?? ''}` });
  }

  override render(): ReactNode {
    return this.state.details === null ? this.props.children : <BugPage details={this.state.details} />;
  }
}
