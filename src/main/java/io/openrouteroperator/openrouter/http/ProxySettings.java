package io.openrouteroperator.openrouter.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HTTP proxy.
 *
 * @param host its host
 * @param port its port
 * @param except hosts reached without it: a name covers itself and all names below it
 */
public record ProxySettings(String host, int port, List<String> except) {
    private static final Pattern HOST_AND_PORT = Pattern.compile("([^\\s:/@]+|\\[[0-9a-fA-F:.]+\\]):([0-9]{1,5})");

    public ProxySettings {
        except = except.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .map(name -> name.startsWith(".") ? name.substring(1) : name)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /**
     * The proxy that is written as {@code host:port}.
     *
     * @throws IllegalArgumentException when it is written otherwise; what was written may hold a password, and is not repeated
     */
    public static ProxySettings parse(String hostAndPort, List<String> except) {
        Matcher parts = HOST_AND_PORT.matcher(hostAndPort);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "the proxy has to be host:port, without scheme and password, such as proxy.example:3128");
        }
        return new ProxySettings(parts.group(1), Integer.parseInt(parts.group(2)), except);
    }

    ProxySelector selector() {
        return new Selector(this);
    }

    boolean covers(String target) {
        String name = target.toLowerCase(Locale.ROOT);
        return except.stream().noneMatch(skipped -> name.equals(skipped) || name.endsWith("." + skipped));
    }

    private static final class Selector extends ProxySelector {
        private final ProxySettings settings;
        private final Proxy proxy;

        Selector(ProxySettings settings) {
            this.settings = settings;
            this.proxy =
                    new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(settings.host(), settings.port()));
        }

        @Override
        public List<Proxy> select(URI target) {
            return List.of(settings.covers(target.getHost()) ? proxy : Proxy.NO_PROXY);
        }

        @Override
        public void connectFailed(URI target, SocketAddress address, IOException failure) {
            // The call itself fails with the same exception and reports it.
        }
    }
}
