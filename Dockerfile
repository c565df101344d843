# docker build -t rapport .
# docker run -p 127.0.0.1:8000:8000 -v rapport:/data -e RAPPORT_BASE_URL=https://hub.example rapport
FROM python:3.11-slim

RUN useradd --create-home --uid 1000 rapport && install -d -o rapport -g rapport -m 0700 /data
WORKDIR /rapport
COPY requirements.lock ./
RUN pip install --no-cache-dir --require-hashes --only-binary :all: -r requirements.lock
COPY src ./src

ENV PYTHONPATH=/rapport/src PYTHONUNBUFFERED=1 RAPPORT_DATA=/data
USER rapport
VOLUME /data
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s \
    CMD ["python", "-c", "import urllib.request as web; web.urlopen('http://127.0.0.1:8000/enter/login/', timeout=4)"]
STOPSIGNAL SIGINT
ENTRYPOINT ["python", "-m", "rapport"]
CMD ["up", "--host", "0.0.0.0", "--port", "8000"]
