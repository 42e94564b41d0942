FROM node:24-slim AS build
WORKDIR /anode
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig*.json ./
COPY scripts scripts
COPY src src
RUN npm run build && npm prune --omit=dev

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000
WORKDIR /anode
COPY --from=build /anode/package.json ./
COPY --from=build /anode/node_modules node_modules
COPY --from=build /anode/dist dist
COPY LICENSE ./
COPY schema schema
COPY seed seed
# Where an embedded store keeps its file; mount a volume here to keep it.
RUN mkdir data && chown node:node data
USER node
EXPOSE 4000
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Not `npm start`: that builds first, and the tools for it are not here.
CMD ["node", "dist/cli/main.js", "serve"]
