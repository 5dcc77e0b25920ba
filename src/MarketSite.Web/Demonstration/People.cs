using Market.Payments;
using Market.Payments.Accounts;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;

namespace MarketSite.Web.Demonstration;

/// <summary>The coordinator, a volunteer of the counter, and the members, each member with a login and a client account.</summary>
public sealed class People(IUserService users, AccountOpening opening)
{
    private static readonly (string Login, string Name)[] Members =
    [
        ("member", "Claire Dubois"),
        ("amelie", "Amélie Durand"),
        ("helene", "Hélène Faure"),
        ("marc", "Marc Duval"),
        ("jean", "Jean Dumont"),
        ("sophie", "Sophie Bernard"),
        ("karim", "Karim Benali"),
        ("lucie", "Lucie Martin"),
        ("paul", "Paul Petit"),
        ("nadia", "Nadia Roux"),
        ("theo", "Théo Garnier"),
        ("ines", "Inès Moreau"),
    ];

    public async Task<Crowd> CreateAsync(string password)
    {
        var coordinator = await CreateUserAsync("coordinator", password, MarketRoles.Coordinator);
        await CreateUserAsync("volunteer", password, MarketRoles.Volunteer);
        var accounts = new Dictionary<string, Member>(StringComparer.Ordinal);
        foreach (var (login, name) in Members)
        {
            accounts.Add(login, await CreateMemberAsync(login, name, password));
        }

        return new Crowd(coordinator.UserId, accounts);
    }

    /// <summary>Creates a member with a login and an account.</summary>
    public async Task<Member> CreateMemberAsync(string login, string name, string password)
    {
        var user = await CreateUserAsync(login, password);
        var account = await opening.OpenAsync(name, user.UserId);
        return new Member(account.ContentItemId, user.UserId);
    }

    private async Task<User> CreateUserAsync(string login, string password, params string[] roles)
    {
        var errors = new List<string>();
        var user = new User { UserName = login, Email = login + "@example.org", EmailConfirmed = true, IsEnabled = true, RoleNames = [.. roles] };
        return await users.CreateUserAsync(user, password, (_, message) => errors.Add(message)) is User created
            ? created
            : throw new InvalidOperationException($"The demonstration's user '{login}' could not be created: {string.Join(' ', errors)}");
    }
}

/// <summary>Who is there.</summary>
/// <param name="CoordinatorId">The coordinator's user id.</param>
/// <param name="Members">The members by their logins.</param>
public sealed record Crowd(string CoordinatorId, IReadOnlyDictionary<string, Member> Members);

/// <summary>A member: the client account and the user it belongs to.</summary>
public sealed record Member(string AccountId, string UserId);
