# The migrations command: docker build -f deploy/migrations.Dockerfile .
FROM eclipse-temurin:25-jre
WORKDIR /app
COPY migrations/target/migrations.jar /app/
COPY migrations/target/lib/ /app/lib/
USER 10001:10001
ENTRYPOINT ["java", "-jar", "/app/migrations.jar"]
