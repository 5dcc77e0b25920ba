using Market.Payments.MovingIn.Indexes;
using Market.Payments.MovingIn.Models;
using Microsoft.Extensions.Localization;
using YesSql;

namespace Market.Payments.MovingIn.Welcome;

/// <summary>That a member came from another system, with which balance, and whether they were welcomed by mail.</summary>
public sealed class MovedPersonData(ISession session, IStringLocalizer<MovedPersonData> S) : IPersonalData
{
    public string Name => "movedIn";

    public string Label => S["That you were moved in from another system"];

    public IReadOnlyList<string> SeenWith => [MovingRights.MoveIn];

    public async Task<IReadOnlyList<object>> ReadAsync(ClientAccount account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var moved = await session.Query<MovedPerson, MovedPersonIndex>(index => index.AccountId == account.Id, MovingCollection.Name).ListAsync();
        return
        [
            .. moved.Select(person => new { person.Line, AmountMinorUnits = person.Amount, person.OperationId, person.IsNewUser, WelcomeMail = person.Mail, MailSentFrom = person.MailClaimedAt }),
        ];
    }
}
