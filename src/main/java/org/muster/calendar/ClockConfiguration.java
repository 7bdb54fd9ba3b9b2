package org.muster.calendar;

import java.time.Clock;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * "Today" and "now" come from this clock, which a test may set. Its zone is that of the
 * consultancy, so that today is today there.
 */
@Configuration(proxyBeanMethods = false)
class ClockConfiguration {

	@Bean
	Clock clock(HomeZone home) {
		return Clock.system(home.id());
	}

}
