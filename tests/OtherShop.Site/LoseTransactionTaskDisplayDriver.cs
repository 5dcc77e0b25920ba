using OrchardCore.Workflows.Display;

namespace OtherShop.Site;

/// <summary>Needed to register the task; nobody looks at it.</summary>
public sealed class LoseTransactionTaskDisplayDriver : ActivityDisplayDriver<LoseTransactionTask>;
