import { createGraphiQLFetcher } from '@graphiql/toolkit';
import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import { createRoot } from 'react-dom/client';
import './editors';
import './page.css';
import { storageOfGraphiql } from './storage';
import { firstTabs } from './tabs';
import './workers';

/** The page and the API share this address. */
const url = '/graphql';

const fetcher = createGraphiQLFetcher({ url, enableIncrementalDelivery: false });
const { defaultTabs, opened } = firstTabs();

createRoot(document.getElementById('playground')!).render(
  <GraphiQL
    fetcher={fetcher}
    storage={storageOfGraphiql}
    defaultTabs={defaultTabs}
    initialQuery={opened?.query}
    initialVariables={opened?.variables}
    inputValueDeprecation
    schemaDescription
  >
    <GraphiQL.Logo>
      <a className="graphiql-logo-link" href={url}>
        Anode
      </a>
    </GraphiQL.Logo>
  </GraphiQL>,
);
