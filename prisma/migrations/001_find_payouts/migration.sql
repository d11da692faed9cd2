-- CreateIndex
CREATE INDEX "payout_order_id_idx" ON "payout"("order_id");

-- CreateIndex
CREATE INDEX "payout_factory_id_created_at_idx" ON "payout"("factory_id", "created_at");


