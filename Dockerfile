# Production dependencies and the sources: TypeScript runs as it is, so there is nothing to build.
FROM node:26-slim

ENV NODE_ENV=production
WORKDIR /app

COPY package.json package-lock.json ./
RUN npm ci --omit=dev && npm cache clean --force

COPY LICENSE ./
COPY data data
COPY commands commands
COPY src src

# The only folder that the bot writes to.
RUN mkdir var && chown node:node var
USER node
VOLUME /app/var

# V8 would let 64 MB of garbage lie before it looks for any.
CMD ["node", "--max-semi-space-size=8", "src/start.ts"]
