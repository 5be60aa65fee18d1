FROM swift:6.2-bookworm AS build
WORKDIR /src
RUN apt-get update && apt-get install -y --no-install-recommends make
COPY . .
RUN make build-packages
RUN swift build --configuration release --product enxamed

FROM swift:6.2-bookworm-slim
RUN apt-get update \
    && apt-get install -y --no-install-recommends libsqlite3-0 libsodium23 libmariadb3 \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build /src/.build/release/enxamed /usr/local/bin/
RUN useradd --system --home /data enxamed && install -d -o enxamed /data
USER enxamed
VOLUME /data
EXPOSE 8000 6969
ENTRYPOINT ["enxamed"]
