using Market.Orders.Models;
using YesSql.Indexes;

namespace Market.Orders.Indexes;

/// <summary>Finds who wants a mail before orders close; its unique column has each want it once.</summary>
public sealed class ClosingReminderIndex : MapIndex
{
    /// <summary>Who wants it. Unique.</summary>
    public string UserId { get; set; } = string.Empty;
}

/// <summary>Fills <see cref="ClosingReminderIndex"/>.</summary>
public sealed class ClosingReminderIndexProvider : IndexProvider<ClosingReminder>
{
    /// <summary>Makes the provider one of the orders' collection.</summary>
    public ClosingReminderIndexProvider() => CollectionName = OrdersConstants.Collection;

    public override void Describe(DescribeContext<ClosingReminder> context) => context.For<ClosingReminderIndex>()
        .Map(reminder => new ClosingReminderIndex { UserId = reminder.UserId });
}
