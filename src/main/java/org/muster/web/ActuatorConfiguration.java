package org.muster.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;

/**
 * Who may look at the works: anybody whether the portal is well, administrators and
 * whoever collects figures the rest. The collector's password opens nothing else, and no
 * account's opens this: nobody guesses those here, where attempts are not counted.
 */
@Configuration(proxyBeanMethods = false)
class ActuatorConfiguration {

	private static final String SCRAPER = "scraper";

	@Bean
	@Order(0)
	SecurityFilterChain actuator(HttpSecurity http, @Value("${muster.scraper.password:}") String password) {
		AuthenticationManager scraper = (attempt) -> scraper(attempt, password);
		return http.securityMatcher("/actuator", "/actuator/**")
			.authorizeHttpRequests(
					(requests) -> requests.requestMatchers(HttpMethod.GET, "/actuator/health", "/actuator/health/*")
						.permitAll()
						.requestMatchers(HttpMethod.GET)
						.hasAnyRole("SCRAPER", "ADMINISTRATOR")
						.anyRequest()
						.hasRole("ADMINISTRATOR"))
			.authenticationManager(scraper)
			.addFilterAfter(new AnyAccept(AnyRequestMatcher.INSTANCE), HeaderWriterFilter.class)
			.headers(SecurityConfiguration::everyAnswer)
			.httpBasic(Customizer.withDefaults())
			.build();
	}

	private static Authentication scraper(Authentication attempt, String password) {
		byte[] typed = String.valueOf(attempt.getCredentials()).getBytes(StandardCharsets.UTF_8);
		if (password.isBlank() || !SCRAPER.equals(attempt.getName())
				|| !MessageDigest.isEqual(typed, password.getBytes(StandardCharsets.UTF_8))) {
			throw new BadCredentialsException("Not the scraper's password");
		}
		return UsernamePasswordAuthenticationToken.authenticated(SCRAPER, null,
				AuthorityUtils.createAuthorityList("ROLE_SCRAPER"));
	}

}
