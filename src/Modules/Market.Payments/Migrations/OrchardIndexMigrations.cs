using OrchardCore.ContentManagement.Records;
using OrchardCore.Data.Migration;
using OrchardCore.Users.Indexes;
using YesSql.Sql;

namespace Market.Payments.Migrations;

/// <summary>
/// Orchard's indexes of content and of users begin with the document. Each client is an item and each member a user: whoever looked for one by
/// its id, for those of a type as the front page does for its products, or for a user who signs in, looked through all of them.
/// </summary>
public sealed class OrchardIndexMigrations : DataMigration
{
    public async Task<int> CreateAsync()
    {
        await SchemaBuilder.AlterIndexTableAsync<ContentItemIndex>(table =>
        {
            table.CreateIndex("IDX_Market_ContentItem_Id", nameof(ContentItemIndex.ContentItemId), nameof(ContentItemIndex.Latest), nameof(ContentItemIndex.Published));
            table.CreateIndex("IDX_Market_ContentItem_Type", nameof(ContentItemIndex.ContentType), nameof(ContentItemIndex.Latest), nameof(ContentItemIndex.Published), "DocumentId", nameof(ContentItemIndex.ModifiedUtc));
        });
        await SchemaBuilder.AlterIndexTableAsync<UserIndex>(table =>
        {
            table.CreateIndex("IDX_Market_User_Id", nameof(UserIndex.UserId));
            table.CreateIndex("IDX_Market_User_Name", nameof(UserIndex.NormalizedUserName));
            table.CreateIndex("IDX_Market_User_Email", nameof(UserIndex.NormalizedEmail));
        });
        return 1;
    }
}
