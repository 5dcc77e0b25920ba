using System.Security.Claims;
using Market.Desk.Models;
using OrchardCore.Users.Models;

namespace Market.Desk.Alerts;

/// <summary>Somebody who wants to be told.</summary>
/// <param name="User">Who.</param>
/// <param name="Principal">With which rights.</param>
/// <param name="Culture">In which language.</param>
/// <param name="Choice">Of what.</param>
public sealed record AlertReader(User User, ClaimsPrincipal Principal, string Culture, AlertChoice Choice);
