package org.muster.web;

import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.RemoteIpValve;
import org.muster.forms.PublicAddress;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;

/**
 * What the server believes of a proxy, what it says by itself, and its cookie. After
 * Spring Boot's own settings, which believe every private address.
 */
@Component
class Server implements WebServerFactoryCustomizer<TomcatServletWebServerFactory>, Ordered {

	private static final String NOBODY = "127.0.0.1/32,::1/128";

	private final String proxies;

	private final PublicAddress address;

	Server(@Value("${muster.proxies:}") String proxies, PublicAddress address) {
		this.proxies = proxies.strip();
		this.address = address;
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

	@Override
	public void customize(TomcatServletWebServerFactory factory) {
		boolean configured = factory.getEngineValves().removeIf(RemoteIpValve.class::isInstance);
		if (configured || !this.proxies.isEmpty()) {
			factory.addEngineValves(believing(this.proxies.isEmpty() ? NOBODY : this.proxies));
		}
		else {
			factory.setProtocol(BoundedConnections.class.getName());
		}
		factory.addContextCustomizers((context) -> {
			context.setUseRelativeRedirects(true);
			if (context.getParent() instanceof StandardHost host) {
				host.setErrorReportValveClass(ServerErrors.class.getName());
			}
		});
		if (this.address.isSecure()) {
			// A browser takes a cookie of such a name from this host alone, and only
			// encrypted.
			factory.addInitializers((context) -> {
				context.getSessionCookieConfig().setName("__Host-muster");
				context.getSessionCookieConfig().setSecure(true);
				context.getSessionCookieConfig().setPath("/");
			});
		}
	}

	/** Who asks and how, and never by which name. */
	private static RemoteIpValve believing(String proxies) {
		RemoteIpValve valve = new RemoteIpValve();
		valve.setInternalProxies(proxies);
		valve.setRemoteIpHeader("X-Forwarded-For");
		valve.setProtocolHeader("X-Forwarded-Proto");
		return valve;
	}

}
