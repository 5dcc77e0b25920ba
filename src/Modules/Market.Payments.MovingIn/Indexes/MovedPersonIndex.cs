using Market.Payments.MovingIn.Models;
using YesSql.Indexes;

namespace Market.Payments.MovingIn.Indexes;

public class MovedPersonIndex : MapIndex
{
    public string RunId { get; set; } = string.Empty;

    public int Line { get; set; }

    public string Key { get; set; } = string.Empty;

    public string AccountId { get; set; } = string.Empty;

    public bool HasOperation { get; set; }

    public bool IsReversed { get; set; }

    /// <summary>Whether a mail may be sent about it at all.</summary>
    public bool IsNewUser { get; set; }

    /// <summary>The <see cref="WelcomeState"/> by its name.</summary>
    public string Mail { get; set; } = string.Empty;
}

public sealed class MovedPersonIndexProvider : IndexProvider<MovedPerson>
{
    public MovedPersonIndexProvider() => CollectionName = MovingCollection.Name;

    public override void Describe(DescribeContext<MovedPerson> context) => context
        .For<MovedPersonIndex>()
        .Map(person => new MovedPersonIndex
        {
            RunId = person.RunId,
            Line = person.Line,
            Key = person.Key,
            AccountId = person.AccountId,
            HasOperation = person.OperationId is not null,
            IsReversed = person.IsReversed,
            IsNewUser = person.IsNewUser,
            Mail = person.Mail.ToString(),
        });
}
