package org.muster.web;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What the server does before a request reaches the application. */
@Configuration(proxyBeanMethods = false)
class ServerConfiguration {

	@Bean
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> undecodableParameters() {
		return (factory) -> factory.addEngineValves(new UndecodableParameters());
	}

	/** After that which reads the address of a client behind a proxy. */
	@Bean
	@Order
	WebServerFactoryCustomizer<TomcatServletWebServerFactory> unfinishedBodies() {
		return (factory) -> factory.addEngineValves(new UnfinishedBodies());
	}

}
