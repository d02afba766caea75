/**
 * What every request goes through, whatever it asks for: {@link dev.ocellus.server.http.Router}
 * finds its {@link dev.ocellus.server.http.Route}, whose {@link dev.ocellus.server.http.Endpoint}
 * answers an {@link dev.ocellus.server.http.Exchange}; what goes wrong becomes a {@link
 * dev.ocellus.server.http.Problem}, which {@link dev.ocellus.server.http.Problems} writes. Before
 * that stand {@link dev.ocellus.server.http.SecurityHeaders}, {@link
 * dev.ocellus.server.http.HostCheck} and {@link dev.ocellus.server.http.TokenCheck}; {@link
 * dev.ocellus.server.http.WorkPool} runs what takes long.
 */
@NullMarked
package dev.ocellus.server.http;

import org.jspecify.annotations.NullMarked;
