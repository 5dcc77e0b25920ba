using Market.Payments.MovingIn.Indexes;
using Market.Payments.MovingIn.Reading;
using Microsoft.AspNetCore.Identity;
using OrchardCore.Users;
using OrchardCore.Users.Indexes;
using YesSql;
using YesSql.Services;

namespace Market.Payments.MovingIn.Moving;

/// <summary>Reads what the site knows of the people in a file, in few questions.</summary>
public sealed class KnownPeople(ISession session, IAccountRegister register, UserManager<IUser> users)
{
    private const int BatchSize = 500;

    public async Task<KnownSite> ReadAsync(IReadOnlyList<MovingLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var batch in lines.Where(line => line.Email.Length > 0).Select(line => users.NormalizeEmail(line.Email)!).Chunk(BatchSize))
        {
            foreach (var index in await session.QueryIndex<UserIndex>(index => index.NormalizedEmail.IsIn(batch)).ListAsync())
            {
                known.TryAdd(index.NormalizedEmail, index.UserId);
            }
        }

        var moved = await session.QueryIndex<MovedPersonIndex>(MovingCollection.Name).ListAsync();
        return new KnownSite(
            known,
            await register.ListAsync(),
            moved.ToLookup(index => index.AccountId, index => new MovedBefore(index.HasOperation, index.IsReversed), StringComparer.Ordinal),
            email => users.NormalizeEmail(email)!);
    }
}
