# The operator's command: docker build -f deploy/operations.Dockerfile .
# Build the jar first: mvn -Pquick package -pl operations -am.
FROM eclipse-temurin:25-jre
WORKDIR /app
COPY operations/target/operations.jar /app/
USER 10001:10001
ENTRYPOINT ["java", "-jar", "/app/operations.jar"]
