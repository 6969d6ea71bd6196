import java.nio.file.Path;
import java.util.Map;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.configuration.connectors.BoltConnector;
import org.neo4j.configuration.connectors.HttpConnector;
import org.neo4j.configuration.helpers.SocketAddress;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.server.configuration.ServerSettings;

/**
 * Neo4j Community on the loopback address: Bolt and the HTTP Query API. Started by {@code npm run neo4j}.
 *
 * <p>{@code LocalNeo4j DATA BOLT_PORT HTTP_PORT} says "ready" once both ports answer and closes the graph on SIGTERM.
 * With NEO4J_PASSWORD in the environment, user "neo4j" logs in with it; without, nobody has to log in.
 */
public class LocalNeo4j {
  /** A statement that waits for a lock keeps its HTTP thread; by default there is one thread a core. */
  private static final int HTTP_THREADS = 128;

  public static void main(String[] args) throws InterruptedException {
    if (args.length != 3) {
      System.err.println("usage: LocalNeo4j DATA BOLT_PORT HTTP_PORT");
      System.exit(2);
    }
    try {
      var server = open(Path.of(args[0]).toAbsolutePath(), loopback(args[1]), loopback(args[2]));
      Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
      setPassword(server);
      System.out.println("ready");
    } catch (Exception failure) {
      failure.printStackTrace();
      System.exit(1); // threads of a half-started server would keep the process alive
    }
    Thread.currentThread().join();
  }

  private static SocketAddress loopback(String port) {
    return new SocketAddress("127.0.0.1", Integer.parseInt(port));
  }

  private static DatabaseManagementService open(Path data, SocketAddress bolt, SocketAddress http) {
    return new DatabaseManagementServiceBuilder(data)
        .setConfig(BoltConnector.enabled, true)
        .setConfig(BoltConnector.listen_address, bolt)
        .setConfig(BoltConnector.advertised_address, bolt)
        .setConfig(HttpConnector.enabled, true)
        .setConfig(HttpConnector.listen_address, http)
        .setConfig(HttpConnector.advertised_address, http)
        .setConfig(ServerSettings.webserver_max_threads, HTTP_THREADS)
        .setConfig(GraphDatabaseSettings.auth_enabled, !password().isEmpty())
        .setConfig(GraphDatabaseSettings.pagecache_memory, 256L << 20)
        .setConfig(GraphDatabaseSettings.preallocate_logical_logs, false)
        .setConfig(GraphDatabaseSettings.udc_enabled, false) // no usage reports to the vendor
        .build();
  }

  private static void setPassword(DatabaseManagementService server) {
    if (password().isEmpty()) return;
    server.database("system").executeTransactionally(
        "ALTER USER neo4j SET PASSWORD $password CHANGE NOT REQUIRED", Map.of("password", password()));
  }

  private static String password() {
    return System.getenv().getOrDefault("NEO4J_PASSWORD", "");
  }
}
