# Build: TypeScript and what it uses to dist/, then the packages that cannot be part of it.
FROM node:24-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
# The image brings Node itself; the npm package `node` is for machines with an older one.
RUN npm ci --ignore-scripts
COPY tsconfig.json ./
COPY bin ./bin
COPY pack ./pack
COPY src ./src
# .npmrc has a clone get all packages; here only those that are no part of dist/ are kept.
RUN npm run build && rm .npmrc && npm prune --omit=dev --ignore-scripts

FROM node:24-slim
# glibc would keep memory back for each thread: some 15 MB more under load.
ENV NODE_ENV=production DATA_DIR=/data MALLOC_ARENA_MAX=1
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
COPY bin ./bin
RUN install -d -o node -g node -m 700 /data
USER node
VOLUME /data
ENTRYPOINT ["node", "bin/landfall.js"]
CMD ["run"]
