using Market.Ledger.Amounts;
using Market.Payments.MovingIn.Models;

namespace Market.Payments.MovingIn.ViewModels;

public class RunViewModel
{
    public required MovingRun Run { get; set; }

    public required Currency Currency { get; set; }

    public required TimeZoneInfo Zone { get; set; }

    public required IReadOnlyList<MovedPerson> People { get; set; }

    public required IReadOnlyDictionary<string, ClientAccount> Accounts { get; set; }

    /// <summary>The people of whom nobody knows whether their mail went out.</summary>
    public required IReadOnlySet<int> Uncertain { get; set; }

    public int Balances => People.Count(person => person.OperationId is not null);

    public int ToWrite => People.Count(person => person is { IsNewUser: true, Mail: WelcomeState.None });

    public int Written => People.Count(person => person.Mail is WelcomeState.Sent);

    public int OnTheWay => People.Count(person => person.Mail is WelcomeState.Claimed) - Uncertain.Count;

    public IReadOnlyList<MovedPerson> Failing => [.. People.Where(person => person.Mail is WelcomeState.Failed || Uncertain.Contains(person.Line))];
}
